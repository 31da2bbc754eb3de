import '../../ui/fonts.css'
